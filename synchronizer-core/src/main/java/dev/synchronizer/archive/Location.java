package dev.synchronizer.archive;

import java.io.File;

/**
 * A jar or a folder of classes, at its place on the path.
 *
 * @param file the path as the caller wrote it, or below it
 * @param scanned whether types are read from it, or only looked up in it
 */
public record Location(File file, boolean scanned) {}
