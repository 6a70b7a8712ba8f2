/** One form, built in several ways: by hand, and from the text of each markup language. */
package dev.runspaces.benchmarks.form;
