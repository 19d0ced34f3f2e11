package dev.tieout.terms;

/** Why a movement happened, as the decision table or an override says it. */
public enum Reason {
    NEW_LOGO,
    RETURNED,
    RENEWED,
    LATE_RENEWAL,
    UPGRADE,
    CROSS_SELL,
    SEATS,
    PRICE_UPLIFT,
    DISCOUNT_ENDED,
    DOWNGRADE,
    SEATS_LOST,
    PRODUCT_LOST,
    DISCOUNT_ADDED,
    PAUSED,
    CANCELLED,
    EXPIRED,
    NON_PAYMENT,
    ABSENT,
    FX,
    OTHER
}
