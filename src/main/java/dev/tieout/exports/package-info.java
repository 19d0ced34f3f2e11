/**
 * Published versions as files for people and programs outside: CSV, XLSX and PDF, each saying what it was made from, and links that show
 * one version to someone without a login.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exports",
        allowedDependencies = {
            "terms",
            "organisation",
            "audit",
            "policy",
            "closing",
            "metrics",
            "publication",
            "publication :: report",
            "publication :: ui",
            "web :: ui"
        })
package dev.tieout.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
