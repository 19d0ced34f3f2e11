package dev.tieout.organisation;

/**
 * An organisation has come into being. Published inside the creating transaction, with the new organisation's system actor bound and
 * its rows visible, so that listeners add its first policy and tables or nothing is created at all.
 */
public record OrganisationCreated(OrganisationId organisation) {}
