package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import java.util.List;

/**
 * Classes of one container that one thread searches, one after the other.
 *
 * @param classNames internal names
 */
record SearchPart(Container container, List<String> classNames) {}
