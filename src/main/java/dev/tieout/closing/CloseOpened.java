package dev.tieout.closing;

import dev.tieout.organisation.OrganisationId;

/** A period has been opened. Published inside the transaction; the process starts from it. */
public record CloseOpened(OrganisationId organisation, long closeId, String period) {}
