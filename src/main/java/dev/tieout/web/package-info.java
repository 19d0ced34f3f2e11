/** How Tieout shows itself to the outside whatever the feature: problem answers and OpenAPI here, the frame of the web UI in {@code ui}. */
@NullMarked
@ApplicationModule(displayName = "Web")
package dev.tieout.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
