package dev.tieout.lens;

import java.util.List;

/**
 * How one product defines movements, as far as it is documented and can be followed here.
 *
 * @param id as in the name of its files
 * @param notFollowed what of it cannot be applied to what a close holds, in sentences
 */
public record LensPack(String id, String name, List<Definition> definitions, List<String> notFollowed) {

    public LensPack {
        definitions = List.copyOf(definitions);
        notFollowed = List.copyOf(notFollowed);
    }

    /**
     * One definition.
     *
     * @param says in a sentence of ours
     * @param source where it is documented
     */
    public record Definition(String says, String source) {}
}
