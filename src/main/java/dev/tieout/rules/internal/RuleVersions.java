package dev.tieout.rules.internal;

import dev.tieout.rules.RuleTableVersion.State;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Transactional(readOnly = true)
interface RuleVersions extends ListCrudRepository<RuleVersion, Long> {

    Optional<RuleVersion> findByRuleTableAndVersion(String ruleTable, int version);

    List<RuleVersion> findAllByOrderByRuleTableAscVersionDesc();

    List<RuleVersion> findByStateOrderByVersionDesc(State state);

    List<RuleVersion> findByRuleTableAndState(String ruleTable, State state);

    /** The number of a table's next version; who asks next waits until this transaction has ended. */
    @Transactional
    @Query("select next_rule_version(:ruleTable)")
    int next(String ruleTable);

    /**
     * Nobody approves a version or opens a period until the present transaction has ended; so of the two, who comes second sees what the
     * first has done.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @Query(
            "select true from (select pg_advisory_xact_lock(hashtextextended('rules-in-force/' || current_organisation(), 0))) held")
    boolean holdInForce();
}
