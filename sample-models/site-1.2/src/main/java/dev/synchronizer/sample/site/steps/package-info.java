/** What moves content from one release of the site to the next. */
package dev.synchronizer.sample.site.steps;
