package dev.tieout.web.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a session tells when something is refused, fails, or when the session itself has ended. Never a stack trace. */
@Component
class Sessions implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(Sessions::messages);
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(Sessions::tell));
    }

    private static SystemMessages messages(SystemMessagesInfo info) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("Your session has ended");
        messages.setSessionExpiredMessage("Nothing that you saved is lost. Click here or press Esc to sign in again.");
        messages.setInternalErrorCaption("Something went wrong");
        messages.setInternalErrorMessage("Click here or press Esc to load the page again.");
        return messages;
    }

    private static void tell(ErrorEvent event) {
        if (refusalIn(event.getThrowable()) instanceof Refusal refusal) {
            Notices.refused(refusal);
            return;
        }
        if (event.getThrowable() instanceof IOException gone) {
            LOG.debug("the browser went away", gone);
            return;
        }
        var sentence = unexpected(event.getThrowable());
        if (UI.getCurrent() != null) {
            Notices.warn(sentence);
        }
    }

    /** Logs the failure under a reference and gives the sentence that names it. */
    static String unexpected(Throwable failure) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("reference {}", reference, failure);
        return "Something went wrong on our side and nothing was changed. The reference for support is " + reference
                + ".";
    }

    /** The refusal behind a failure, or the failure itself. */
    static Throwable refusalIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal) {
                return cause;
            }
        }
        return failure;
    }
}
