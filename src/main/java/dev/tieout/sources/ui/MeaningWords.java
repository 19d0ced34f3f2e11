package dev.tieout.sources.ui;

import dev.tieout.sources.ImportProfiles.Meaning;
import dev.tieout.sources.SourceKind;
import dev.tieout.web.ui.Words;

/** What a column means, in words. */
final class MeaningWords {

    private MeaningWords() {}

    static String of(Meaning meaning, SourceKind kind) {
        return switch (meaning) {
            case UNUSED -> "Not used";
            case ATTRIBUTE -> "Attribute of the account";
            case ACCOUNT -> "Account id";
            case SUBSCRIPTION -> "Subscription id";
            case PERIOD -> "Month; other months are left out";
            case AMOUNT -> kind == SourceKind.LEDGER ? "Amount, signed" : "Recurring amount";
            case CREDIT -> "Credit, adds";
            case DEBIT -> "Debit, takes off";
            case PLAN -> "Plan, with a billing interval";
            case INTERVAL -> "Billing interval";
            case REFERENCE -> kind == SourceKind.LEDGER ? "Entry id" : "Id of the row";
            case POSTED -> "Posted on";
            case GL_ACCOUNT -> "Ledger account";
            case PARENT -> "Parent account id";
            default -> Words.of(meaning);
        };
    }
}
