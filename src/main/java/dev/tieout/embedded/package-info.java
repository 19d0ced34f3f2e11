/**
 * Starts the servers that nobody configured, so that Tieout runs from a clean machine: a real PostgreSQL and a real
 * Camunda engine, as child processes on the loopback interface, with their data under one directory.
 *
 * <p>Nothing calls this module. It puts addresses and credentials into the environment before Spring reads it; whoever
 * sets {@code spring.datasource.url} or {@code camunda.client.grpc-address} takes the place of the embedded server.
 */
@ApplicationModule(
        displayName = "Embedded servers",
        allowedDependencies = {})
@NullMarked
package dev.tieout.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
