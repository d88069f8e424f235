/** Content types that are in step before an application of Spring Boot starts its persistence units (I1). */
@NullMarked
package dev.synchronizer.spring;

import org.jspecify.annotations.NullMarked;
