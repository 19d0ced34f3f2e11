package dev.tieout.organisation.rest;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Organisations.Organisation;
import dev.tieout.organisation.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class OrganisationController {

    private final Organisations organisations;
    private final CurrentActor currentActor;

    OrganisationController(Organisations organisations, CurrentActor currentActor) {
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedOrganisation create(@Valid @RequestBody NewOrganisation wanted) {
        return CreatedOrganisation.of(organisations.create(new OrganisationId(wanted.id()), wanted.name()));
    }

    @GetMapping("/me")
    Me me() {
        var actor = currentActor.get();
        boolean operator = actor.organisation().equals(OrganisationId.INSTALLATION);
        return new Me(
                actor.name(),
                operator ? null : actor.organisation().value(),
                actor.roles().stream().sorted().map(Role::name).toList());
    }

    record NewOrganisation(
            @NotBlank @Size(max = 30) String id,
            @NotBlank @Size(max = 200) String name) {}

    record CreatedOrganisation(String id, String name) {
        static CreatedOrganisation of(Organisation organisation) {
            return new CreatedOrganisation(organisation.id().value(), organisation.name());
        }
    }

    record Me(String user, @Nullable String organisation, List<String> roles) {}
}
