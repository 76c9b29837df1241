select version from kappa_serving
