package dev.tieout.web.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import dev.tieout.terms.Refusal;

/** Short messages at the foot of the screen. Refusals stay longer: they have to be read. */
public final class Notices {

    private static final int DONE_MILLIS = 4_000;
    private static final int REFUSED_MILLIS = 15_000;

    private Notices() {}

    /** Something was done. */
    public static void done(String sentence) {
        Notification.show(sentence, DONE_MILLIS, Position.TOP_CENTER).addThemeVariants(NotificationVariant.SUCCESS);
    }

    /** Something was refused, and this is why; with the way on where there is one. */
    public static void refused(Refusal refusal) {
        var page = refusal.way();
        if (page.isEmpty()) {
            warn(refusal.sentence());
            return;
        }
        var notice = new Notification(new Span(refusal.sentence() + " "), new Anchor(page.get(), "Go there"));
        notice.setDuration(REFUSED_MILLIS);
        notice.setPosition(Position.BOTTOM_END);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
        notice.open();
    }

    /** Something did not happen. */
    public static void warn(String sentence) {
        var notice = Notification.show(sentence, REFUSED_MILLIS, Position.TOP_CENTER);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
    }

    /**
     * Does it, or tells why it was refused.
     *
     * @return whether it was done
     */
    public static boolean unlessRefused(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal refusal) {
            refused(refusal);
            return false;
        }
    }
}
