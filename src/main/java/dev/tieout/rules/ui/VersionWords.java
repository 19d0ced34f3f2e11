package dev.tieout.rules.ui;

import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.web.ui.Words;

/** What lists say of a version. */
final class VersionWords {

    private VersionWords() {}

    /** {@code Movement classification, version 2}, with its state unless it is simply in force. */
    static String named(RuleTableVersion version) {
        var name = version.title() + ", version " + version.version();
        return version.state() == State.APPROVED ? name : name + " (" + Words.within(version.state()) + ")";
    }
}
