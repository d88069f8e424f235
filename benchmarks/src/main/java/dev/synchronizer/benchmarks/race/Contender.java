package dev.synchronizer.benchmarks.race;

import java.util.List;

/**
 * A command that takes part in a race.
 *
 * @param name what the table calls it
 * @param command the program and its arguments
 */
public record Contender(String name, List<String> command) {
    public Contender {
        command = List.copyOf(command);
    }
}
