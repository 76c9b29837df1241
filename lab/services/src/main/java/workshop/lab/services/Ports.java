package workshop.lab.services;

/** The ports to listen on; null for the one of the last start in this home, or for any free one. */
public record Ports(Integer kafka, Integer postgres) {
    public static final Ports ANY = new Ports(null, null);
}
