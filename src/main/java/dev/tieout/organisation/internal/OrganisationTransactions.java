package dev.tieout.organisation.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database at the beginning of each transaction whose organisation it serves; row-level security then shows that
 * organisation's rows and no others. Without an actor the transaction sees none.
 */
class OrganisationTransactions extends JdbcTransactionManager {

    private static final String SERVE = "select set_config('tieout.organisation', ?, true)";

    private final CurrentActor currentActor;

    OrganisationTransactions(DataSource dataSource, CurrentActor currentActor) {
        super(dataSource);
        this.currentActor = currentActor;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var organisation = currentActor
                .find()
                .map(Actor::organisation)
                .map(Object::toString)
                .orElse("");
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try (var serve = connection.prepareStatement(SERVE)) {
            serve.setString(1, organisation);
            serve.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the database did not take the organisation", e);
        }
    }
}
