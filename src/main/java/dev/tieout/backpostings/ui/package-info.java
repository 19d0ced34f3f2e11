/** Late postings and back-posting notes in the web UI. */
@NullMarked
package dev.tieout.backpostings.ui;

import org.jspecify.annotations.NullMarked;
