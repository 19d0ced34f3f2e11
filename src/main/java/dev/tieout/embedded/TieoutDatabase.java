package dev.tieout.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database {@code tieout} and its two logins. {@code tieout_owner} owns the schema and runs the migrations;
 * {@code tieout_app} is the application's and owns nothing, so that row-level security binds it.
 */
record TieoutDatabase(int port, Passwords passwords) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "tieout_owner";
    static final String APPLICATION = "tieout_app";
    private static final String NAME = "tieout";

    String url() {
        return urlOf(NAME);
    }

    /** Creates what is missing; a start that was cut short is completed by the next one. */
    void createIfMissing() throws SQLException {
        try (Connection connection = DriverManager.getConnection(urlOf("postgres"), SUPERUSER, passwords.superuser());
                Statement statement = connection.createStatement()) {
            createLogin(statement, OWNER, passwords.owner());
            createLogin(statement, APPLICATION, passwords.application());
            // The migrations let whoever runs them act as the application, as an external database's one login must.
            statement.execute("grant " + APPLICATION + " to " + OWNER);
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
        }
    }

    private static void createLogin(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
