/** Who works here: organisations (the tenants), their people and roles, and on whose behalf the running code acts. The transaction manager tells the database, whose row-level security does the rest. */
@NullMarked
@ApplicationModule(displayName = "Organisations")
package dev.tieout.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
