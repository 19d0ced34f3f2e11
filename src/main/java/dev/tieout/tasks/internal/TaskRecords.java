package dev.tieout.tasks.internal;

import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Tasks in the database; row-level security leaves those of the current organisation. */
interface TaskRecords extends ListCrudRepository<Task, Long> {

    Optional<Task> findByEngineKey(long engineKey);

    List<Task> findByCloseIdAndStateOrderById(long closeId, Task.State state);

    List<Task> findBySubjectAndStateOrderById(String subject, Task.State state);

    List<Task> findByCloseIdAndKindAndState(long closeId, TaskKind kind, Task.State state);

    /** A page of one state, newest first. */
    @Query("select * from task where state = :state and id < :before order by id desc limit :limit")
    List<Task> inState(Task.State state, long before, int limit);

    /** A page of a person's open tasks, newest first. */
    @Query(
            "select * from task where state = 'OPEN' and assignee = :person and id < :before order by id desc limit :limit")
    List<Task> heldBy(String person, long before, int limit);

    /** A page of the open tasks that nobody holds, newest first. */
    @Query(
            "select * from task where state = 'OPEN' and assignee is null and id < :before order by id desc limit :limit")
    List<Task> heldByNobody(long before, int limit);
}
