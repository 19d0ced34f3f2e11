package dev.tieout.rules.internal;

/** The words {@code yes} and {@code no} as a table's code knows them. Public because compiled tables live in their own class loader. */
public final class Answer {

    @SuppressWarnings({"checkstyle:ConstantName", "unused"})
    public static final boolean yes = true;

    @SuppressWarnings({"checkstyle:ConstantName", "unused"})
    public static final boolean no = false;

    private Answer() {}
}
