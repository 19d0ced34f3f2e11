/** Problem answers (RFC 9457) and the OpenAPI description. */
@NullMarked
package dev.tieout.web.internal;

import org.jspecify.annotations.NullMarked;
