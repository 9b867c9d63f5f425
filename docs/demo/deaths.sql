select * from mart_deaths_by_country_month
order by country, month
limit 15
