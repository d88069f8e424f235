package dev.synchronizer.cli.render;

/** What a command was asked for, for people and for programs. */
public interface Answer {
    /** The whole text, ending with a line feed. */
    String text(Style style);

    /** The same in JSON, ending with a line feed. */
    String json();
}
