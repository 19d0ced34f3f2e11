package dev.tieout.corrections;

import dev.tieout.organisation.OrganisationId;

/** A correction has been raised. Published inside the transaction; its process starts from it. */
public record CorrectionRaised(OrganisationId organisation, long correctionId, long closeId) {}
