package dev.tieout.embedded;

/** Whether a server goes on with the data of its earlier run or begins with none, as each run of the tests does. */
enum StartMode {
    CONTINUE,
    FRESH
}
