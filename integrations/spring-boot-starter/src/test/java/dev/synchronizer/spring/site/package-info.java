/** An application of Spring Boot with content types of its own, which the tests run. */
@ContentModule(name = "acme-site", version = "1.0")
package dev.synchronizer.spring.site;

import dev.synchronizer.annotation.ContentModule;
