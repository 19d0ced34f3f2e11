package dev.tieout.web.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.Tabs;

/** Tabs that name what they choose. Their scroll area takes no focus of its own: a list of tabs may hold tabs only. */
public final class ChoiceTabs extends Tabs {

    /** Tabs under a name that screen readers tell. */
    public ChoiceTabs(String name) {
        getElement().setAttribute("aria-label", name);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs("requestAnimationFrame(() =>"
                        + " this.shadowRoot?.querySelector('[tabindex]')?.removeAttribute('tabindex'))");
    }
}
