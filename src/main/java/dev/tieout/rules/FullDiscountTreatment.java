package dev.tieout.rules;

/** What the metric policy makes of an account that stays but pays nothing, by a 100 % discount. */
public enum FullDiscountTreatment {
    CONTRACTION,
    CHURN
}
