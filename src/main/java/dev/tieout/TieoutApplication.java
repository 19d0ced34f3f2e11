package dev.tieout;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tieout. */
@SpringBootApplication
public class TieoutApplication {

    public static void main(String[] args) {
        SpringApplication.run(TieoutApplication.class, args);
    }
}
