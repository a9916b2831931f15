//! The price table from the options.

use cekura_campaign::plan::PriceTable;

use crate::cli::PriceArgs;
use crate::failure::Failure;
use crate::input::{BY_HAND, read_small};

/// Returns the price table of the file, overridden by the options.
pub(crate) fn prices(args: &PriceArgs) -> Result<PriceTable, Failure> {
    let mut table = match &args.price_file {
        None => PriceTable::default(),
        Some(path) => {
            let shown = path.display();
            let text = read_small(path, BY_HAND).map_err(|e| {
                Failure::usage(format!("the price table {shown} cannot be read: {e}"))
            })?;
            PriceTable::from_toml(&text)
                .map_err(|e| Failure::from(e).hint(format!("the price table is in {shown}")))?
        }
    };
    for price in &args.price {
        table.parse_flag(price)?;
    }
    Ok(table)
}
