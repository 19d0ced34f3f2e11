package dev.tieout.evidence;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication;
import java.util.List;

/**
 * What another module has to say in every pack. A bean of this type fills one JSON file of the pack; without one the file holds an empty
 * array.
 */
public interface Attested {

    /** The file that it fills, such as {@link PackFile#CORRECTIONS}; one bean for each. */
    PackFile file();

    /**
     * The records that belong to a version, in a fixed order: values that Jackson writes, such as records. Asked again years later they
     * must be the same, so they come from rows that nobody changes, up to {@link Publication#publishedAt()}. Runs in a read-only
     * transaction of the organisation.
     */
    List<?> records(Publication version);
}
