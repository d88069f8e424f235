package dev.synchronizer.scan;

import java.util.List;

/**
 * Classes of one container that one thread searches, one after the other.
 *
 * @param classNames internal names
 */
record SearchPart(Container container, List<String> classNames) {}
