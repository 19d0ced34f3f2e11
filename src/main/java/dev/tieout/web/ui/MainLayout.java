package dev.tieout.web.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Organisations.Organisation;
import dev.tieout.organisation.Role;
import dev.tieout.web.Disturbance;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The frame: navigation on the left, who is signed in and for which organisation below it, the view on the right. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final CurrentActor currentActor;
    private final Organisations organisations;
    private final AuthenticationContext authentication;
    private final ObjectProvider<Disturbance> disturbances;
    private final DisturbanceBanner banner = new DisturbanceBanner();
    private @Nullable Registration looking;

    MainLayout(
            CurrentActor currentActor,
            Organisations organisations,
            AuthenticationContext authentication,
            ObjectProvider<Disturbance> disturbances) {
        this.currentActor = currentActor;
        this.organisations = organisations;
        this.authentication = authentication;
        this.disturbances = disturbances;
        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(), navigation(), person());
    }

    /** The indicator stands outside every landmark, so it says what it is: a status. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')");
        looking = event.getUI().addPollListener(_ -> lookForDisturbances());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (looking != null) {
            looking.remove();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        lookForDisturbances();
    }

    private void lookForDisturbances() {
        banner.show(disturbances.orderedStream());
        if (banner.isVisible()) {
            addToNavbar(banner);
        } else {
            banner.removeFromParent();
        }
    }

    private static Component brand() {
        var brand = new Anchor("", "Tieout");
        brand.addClassName("brand");
        brand.setAriaLabel("Tieout, to your tasks");
        return new Header(brand);
    }

    private static Component navigation() {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Main");
        for (var entry : MenuConfiguration.getMenuEntries()) {
            var item = new SideNavItem(entry.title(), entry.path());
            item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
            navigation.addItem(item);
        }
        return navigation;
    }

    private Component person() {
        var actor = currentActor.get();
        var organisation = new Span(nameOf(actor.organisation()));
        organisation.addClassName("organisation");
        var name = new Span(actor.name());
        name.addClassName("person-name");
        var roles = new Span(actor.roles().stream().sorted().map(Words::of).collect(Collectors.joining(", ")));
        roles.addClassName("quiet");
        var signOut = new Button("Sign out", click -> authentication.logout());
        signOut.setId("sign-out");
        signOut.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var person = new Footer(organisation, name, roles, signOut);
        person.addClassName("person");
        return person;
    }

    private String nameOf(OrganisationId id) {
        if (currentActor.get().has(Role.OPERATOR)) {
            return "Installation";
        }
        return organisations.all().stream()
                .filter(organisation -> organisation.id().equals(id))
                .map(Organisation::name)
                .findFirst()
                .orElseGet(id::value);
    }
}
