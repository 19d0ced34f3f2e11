package dev.tieout.demo.internal;

import java.math.BigDecimal;

/**
 * One recurring stream of a demo account.
 *
 * @param unit price of one seat a month
 * @param discount taken off the whole line a month
 */
record DemoLine(String subscription, String product, BigDecimal unit, int seats, BigDecimal discount, String status) {

    BigDecimal mrr() {
        return unit.multiply(BigDecimal.valueOf(seats)).subtract(discount);
    }

    /** What the line still brings when the month ends, by the words of the generic status crosswalk. */
    BigDecimal recognised() {
        return switch (status) {
            case "active", "past_due", "pending_renewal" -> mrr();
            default -> BigDecimal.ZERO;
        };
    }

    DemoLine withProduct(String to, String price) {
        return new DemoLine(subscription, to, new BigDecimal(price), seats, discount, status);
    }

    DemoLine withSeats(int to) {
        return new DemoLine(subscription, product, unit, to, discount, status);
    }

    DemoLine withUnit(BigDecimal to) {
        return new DemoLine(subscription, product, to, seats, discount, status);
    }

    DemoLine withDiscount(BigDecimal to) {
        return new DemoLine(subscription, product, unit, seats, to, status);
    }

    DemoLine withStatus(String to) {
        return new DemoLine(subscription, product, unit, seats, discount, to);
    }
}
