package dev.tieout.terms;

/** How long a period is. An organisation's policy fixes one. */
public enum PeriodLength {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    PeriodLength(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }
}
