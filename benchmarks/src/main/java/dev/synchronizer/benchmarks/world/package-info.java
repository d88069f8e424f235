/** What is raced on: generated models, ordinary jars, migrations, a server. */
@NullMarked
package dev.synchronizer.benchmarks.world;

import org.jspecify.annotations.NullMarked;
