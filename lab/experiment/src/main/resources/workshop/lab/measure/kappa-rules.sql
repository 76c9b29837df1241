select rule from kappa_report where promoted
