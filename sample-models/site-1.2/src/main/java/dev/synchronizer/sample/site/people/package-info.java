/** People: those who make the museum and its pages. */
package dev.synchronizer.sample.site.people;
