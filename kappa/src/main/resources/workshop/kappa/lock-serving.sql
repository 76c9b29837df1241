select version from kappa_serving for update
