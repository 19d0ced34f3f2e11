package dev.tieout.web.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Sign in. In the local profile it names the demo users, which exist nowhere else. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in – Tieout")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm(words());

    LoginView(Environment environment) {
        addClassName("login-page");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        var title = new H1("Tieout");
        var purpose = new Paragraph("Close net and gross revenue retention the way finance closes the books.");
        add(title, purpose, form);
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            var demo = new Paragraph(
                    "Demo users of acme: analyst, approver, controller, manager, admin. Globex: globex-analyst and so on."
                            + " The password is tieout.");
            demo.addClassName("quiet");
            add(demo);
        }
    }

    private static LoginI18n words() {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle("Sign in");
        words.getForm().setUsername("User name");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setTitle("That did not work");
        words.getErrorMessage()
                .setMessage("The user name or the password is not right. Nothing says which, on purpose.");
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }
}
