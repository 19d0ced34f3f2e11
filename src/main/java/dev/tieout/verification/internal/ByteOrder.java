package dev.tieout.verification.internal;

import java.util.Comparator;

/** The order of keys in a pack: by the bytes of their UTF-8 form, which is the order of their code points. */
final class ByteOrder {

    /** Java's own order of text differs from it beyond the basic plane: surrogates sort before U+E000 and above. */
    static final Comparator<String> OF_TEXT = ByteOrder::compare;

    private ByteOrder() {}

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothOrNeither = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothOrNeither ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
