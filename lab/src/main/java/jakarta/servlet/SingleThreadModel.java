package jakarta.servlet;

/**
 * An interface without methods that Servlet 6 dropped and that Spark's Jetty 11 still asks for when it starts. The page is
 * served by Jetty 12, which needs Servlet 6, and both live on one class path. Goes when Spark has Jetty 12.
 */
@Deprecated
public interface SingleThreadModel {}
