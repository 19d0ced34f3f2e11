package dev.tieout.lineage;

import dev.tieout.lineage.Origin.RejectedRow;
import dev.tieout.terms.Refusal;
import java.util.List;

/** From a figure to movements, and from a movement to the rows of files behind it. For everyone of the organisation. */
public interface Lineage {

    /** Rejected rows that are told of beside a movement, at most. */
    int REJECTS = 20;

    /**
     * A figure, and what the movements behind it come to.
     *
     * @throws NoSuchFigure when the edition has no such slice
     */
    Figure figure(Edition edition, FigureCell cell);

    /** The movements behind a figure, the largest part first; excluded accounts are in no figure. */
    List<FigurePart> parts(Edition edition, FigureCell cell, long offset, int limit);

    /**
     * One movement as it stands in the edition.
     *
     * @param line empty at account grain
     * @throws dev.tieout.movements.Movements.NoSuchMovement when there is none
     */
    FigurePart movement(Edition edition, String account, String line);

    /** The names of an account's movements' lines in the edition: one empty one at account grain; empty without a movement. */
    List<String> linesOf(Edition edition, String account);

    /** How many rows stand behind a movement. */
    long originCount(Edition edition, String account, String line);

    /** The rows behind a movement: the opening side first, then line by line, every row of a sum for itself. */
    List<Origin> origins(Edition edition, String account, String line, long offset, int limit);

    /** Rows of the edition's files that were rejected and name the account in a cell of their own, at most {@link #REJECTS}. */
    List<RejectedRow> rejects(Edition edition, String account);

    /** Whether the rows behind the movements were kept: not in versions from before evidence was. */
    boolean kept(Edition edition);

    /** The edition has no such figure. */
    final class NoSuchFigure extends Refusal {
        public NoSuchFigure(String sentence) {
            super(Kind.MISSING, "no-such-figure", sentence);
        }
    }
}
