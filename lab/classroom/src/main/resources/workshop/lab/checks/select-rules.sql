select epoch, rule
from batch_report
