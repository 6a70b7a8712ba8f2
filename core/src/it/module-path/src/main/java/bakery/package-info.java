/** Bread is baked in one runspace and sold in another. */
@NullMarked
package bakery;

import org.jspecify.annotations.NullMarked;
