/** Real database servers for tests, each started once in a JVM, when it is first asked for. */
@NullMarked
package dev.synchronizer.databases;

import org.jspecify.annotations.NullMarked;
