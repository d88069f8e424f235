package dev.synchronizer.task;

import java.util.Optional;

/**
 * A place at which two servers hold something else, as canonical JSON; empty where one holds nothing.
 *
 * @param place where
 * @param base what both held, as far as that is known
 * @param sent what the server that sends holds
 * @param there what the server that receives holds
 * @param overlapping whether both have changed it
 */
public record Clash(
        String place, Optional<String> base, Optional<String> sent, Optional<String> there, boolean overlapping) {}
