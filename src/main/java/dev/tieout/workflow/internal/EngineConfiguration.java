package dev.tieout.workflow.internal;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The client of the engine. Commands go over gRPC: over REST, newer clients read every job key of an 8.6 engine as -1. */
@Configuration
@WithEngine
@EnableScheduling
class EngineConfiguration {

    private static final int THREADS = 4;

    @Bean
    CamundaClient camundaClient(
            @Value("${camunda.client.grpc-address}") URI grpcAddress,
            @Value("${camunda.client.rest-address:http://localhost:8080}") URI restAddress) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(grpcAddress)
                .restAddress(restAddress)
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(THREADS)
                .defaultJobWorkerStreamEnabled(false)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .build();
    }
}
