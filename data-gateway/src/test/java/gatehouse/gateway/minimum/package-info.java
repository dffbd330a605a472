/** Tests of data minimisation. */
@org.jspecify.annotations.NullMarked
package gatehouse.gateway.minimum;
