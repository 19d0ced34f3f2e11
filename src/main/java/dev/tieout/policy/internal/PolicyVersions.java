package dev.tieout.policy.internal;

import dev.tieout.policy.MetricPolicy;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface PolicyVersions extends ListCrudRepository<MetricPolicy, Long> {

    Optional<MetricPolicy> findByVersion(int version);

    List<MetricPolicy> findAllByOrderByVersionDesc();
}
